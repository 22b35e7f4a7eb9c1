"""Spreadsheets in: tables read from CSV, XLSX, XLS and ODS files, and what their cells mean for a council's plans."""
