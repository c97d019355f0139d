"""How the calls to make look: one row a case, never cut where it matters."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kiosk.desk.window.pages.calls_table import CallsTable, widths_of


def calls_view(model: CallsTable) -> QTableView:
    """Return the table of calls; whole rows are chosen, one at a time."""
    table = QTableView()
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    header.setSectionsClickable(True)
    header.setHighlightSections(False)  # bold headings are wider than their columns
    for column, width in enumerate(widths_of(table.fontMetrics())):
        table.setColumnWidth(column, width)
    return table
