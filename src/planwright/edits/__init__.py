"""One request to change the plan a module: a pure function that gives the new text or says why it must be refused."""
