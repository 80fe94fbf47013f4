-- To the end of this transaction only. Rows and checkpoint stand or fall together and can be folded again, so nobody need
-- wait for the disk. A process that hangs would otherwise keep rows locked against its successor.
SELECT set_config('synchronous_commit', 'off', true), set_config('idle_in_transaction_session_timeout', $1, true)
