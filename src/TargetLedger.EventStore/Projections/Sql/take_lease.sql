-- Taking and renewing are one statement; the clock is read after the row is locked, and it is the database's.
INSERT INTO boards.leases AS held (name, holder, expires)
VALUES ($1, $2, clock_timestamp() + $3)
ON CONFLICT (name) DO UPDATE
SET holder = excluded.holder, expires = clock_timestamp() + $3
WHERE held.holder = excluded.holder OR held.expires < clock_timestamp()
