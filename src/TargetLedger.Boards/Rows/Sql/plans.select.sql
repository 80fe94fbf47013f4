SELECT
    plan, code, title, issuer, issued_on, period_start, period_end, document_number, commitments, version
FROM boards.plans{suffix}
ORDER BY plan
