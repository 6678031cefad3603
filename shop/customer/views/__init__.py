"""The account area's pages."""
