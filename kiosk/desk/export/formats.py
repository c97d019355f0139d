"""Every kind of list that can be written, by the name it is asked for with."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Final

from kiosk.core.staff_words import mark
from kiosk.desk.export.csv_list import write_csv_list, write_raw_csv_list
from kiosk.desk.export.print_list import write_print_list
from kiosk.desk.export.rows import CallList
from kiosk.desk.export.xlsx_list import write_xlsx


@dataclasses.dataclass(frozen=True, slots=True)
class Format:
    """One kind of list: what staff read, how its file names end, and how it is written."""

    label: str
    suffix: str
    write: Callable[[CallList], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    "print": Format(mark("list to print, with boxes to tick"), ".html", write_print_list),
    "xlsx": Format(mark("spreadsheet (XLSX)"), ".xlsx", write_xlsx),
    "csv": Format(mark("CSV that is safe to open in Excel"), ".csv", write_csv_list),
    "csv-raw": Format(
        mark("raw CSV for another program: never open it in a spreadsheet"),
        "-raw-import.csv",
        write_raw_csv_list,
    ),
}
