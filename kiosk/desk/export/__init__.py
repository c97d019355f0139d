"""Files a front desk can use, safe to open in a spreadsheet."""
