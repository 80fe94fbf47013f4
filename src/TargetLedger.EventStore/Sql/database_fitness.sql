-- Plain ASCII: a database of another encoding could not even be asked in Chinese. Text is ordered by code point everywhere;
-- a list would otherwise change its order with the operating system.
SELECT current_setting('server_version_num')::int, pg_encoding_to_char(encoding), datcollate
FROM pg_catalog.pg_database
WHERE datname = current_database()
