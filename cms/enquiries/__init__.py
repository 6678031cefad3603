"""Letters to the office: questions, and reports that a page says something wrong or harmful."""
