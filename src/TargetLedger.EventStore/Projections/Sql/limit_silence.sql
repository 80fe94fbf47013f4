-- To the end of this transaction only. A process that hangs would otherwise keep rows locked against its successor.
SELECT set_config('idle_in_transaction_session_timeout', $1, true)
