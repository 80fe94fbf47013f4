CREATE SCHEMA IF NOT EXISTS floor;
DROP TABLE IF EXISTS floor.events;
CREATE TABLE floor.events (LIKE ledger.mt_events INCLUDING ALL);
DROP SEQUENCE IF EXISTS floor.events_sequence;
CREATE SEQUENCE floor.events_sequence;
