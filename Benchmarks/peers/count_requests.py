"""Counts applications by office, years, type and result in DuckDB, in memory and on one thread: a peer of the ledger's scan.

    count_requests.py OFFICES EACH

Makes EACH applications for every office and year 2019-2023 by the arithmetic of LedgerBench.swift, counts them once to warm
up, and prints the seconds of processor time of a second count and the new applications by type of applicant.
"""

import sys
import time

import duckdb

offices, each = int(sys.argv[1]), int(sys.argv[2])
database = duckdb.connect()
database.execute("SET threads = 1")
database.execute(
    """
    CREATE TABLE request AS
    SELECT o::INTEGER AS office, y::SMALLINT AS year_received,
        (CASE WHEN v % 20 = 0 THEN y + 1 WHEN v % 97 = 0 THEN 9999 ELSE y END)::SMALLINT AS year_closed,
        (v // 7 % 6)::TINYINT AS applicant, (v // 43 % 18)::TINYINT AS result
    FROM (
        SELECT o, y, (o * 7919 + y * 104729 + s * 1299709) % 1000003 AS v
        FROM range(1, ? + 1) a(o), range(2019, 2024) b(y), range(1, ? + 1) c(s)
    )
    """,
    [offices, each],
)
QUERY = """
    SELECT office, year_received, year_closed, applicant, result, count(*) AS n
    FROM request GROUP BY office, year_received, year_closed, applicant, result
"""
for _ in range(2):
    start = time.process_time()
    counted = database.execute(QUERY).fetchnumpy()
    seconds = time.process_time() - start
new = [int(counted["n"][counted["applicant"] == column].sum()) for column in range(6)]
print(seconds, *new)
