"""Return workbooks: what each post is asked for, the workbook it fills in, and what its answers change in the plan."""
