CREATE TABLE boards.plans{suffix} (
    plan text NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    issuer text NOT NULL,
    issued_on date NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    document_number text NULL,
    commitments int NULL,
    version bigint NOT NULL,
    CONSTRAINT plans{suffix}_pkey PRIMARY KEY (plan)
);

CREATE TABLE boards.plan_sections{suffix} (
    plan text NOT NULL,
    ordinal int NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    CONSTRAINT plan_sections{suffix}_pkey PRIMARY KEY (plan, ordinal)
);

CREATE TABLE boards.plan_tasks{suffix} (
    plan text NOT NULL,
    ordinal int NOT NULL,
    section int NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    CONSTRAINT plan_tasks{suffix}_pkey PRIMARY KEY (plan, ordinal)
);

CREATE TABLE boards.units{suffix} (
    unit text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    credit_code text NULL,
    region_code text NULL,
    version bigint NOT NULL,
    CONSTRAINT units{suffix}_pkey PRIMARY KEY (unit)
);

CREATE TABLE boards.unit_aliases{suffix} (
    unit text NOT NULL,
    ordinal int NOT NULL,
    alias text NOT NULL,
    CONSTRAINT unit_aliases{suffix}_pkey PRIMARY KEY (unit, ordinal)
);

CREATE TABLE boards.unit_groups{suffix} (
    unit_group text NOT NULL,
    name text NOT NULL,
    is_open boolean NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT unit_groups{suffix}_pkey PRIMARY KEY (unit_group)
);

CREATE TABLE boards.group_members{suffix} (
    unit_group text NOT NULL,
    ordinal int NOT NULL,
    unit text NOT NULL,
    from_day date NOT NULL,
    to_day date NULL,
    recorded_on date NULL,
    end_recorded_on date NULL,
    CONSTRAINT group_members{suffix}_pkey PRIMARY KEY (unit_group, ordinal)
);

CREATE TABLE boards.rules_versions{suffix} (
    rules text NOT NULL,
    ordinal int NOT NULL,
    position bigint NOT NULL,
    plan text NULL,
    name text NULL,
    effective_from date NOT NULL,
    authority text NOT NULL,
    light_by text NULL,
    yellow_to numeric NULL,
    pace_by text NULL,
    counted_amount text NULL,
    approx_tolerance_percent numeric NULL,
    ahead_from_points numeric NULL,
    overdue_grace_days int NULL,
    node_grace_days int NULL,
    node_yellow_days int NULL,
    green_to numeric NULL,
    undefined_to numeric NULL,
    pace_curve text NULL,
    CONSTRAINT rules_versions{suffix}_pkey PRIMARY KEY (rules, ordinal)
);

CREATE TABLE boards.commitments{suffix} (
    commitment text NOT NULL,
    plan text NOT NULL,
    section text NOT NULL,
    task text NOT NULL,
    ordinal int NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    cadence text NOT NULL,
    strength text NOT NULL,
    measure_name text NULL,
    measure_unit text NULL,
    measure_kind text NULL,
    measure_definition text NULL,
    measure_data_source text NULL,
    measure_may_overlap boolean NOT NULL,
    pace_start date NULL,
    claim_unit text NULL,
    claim_completed_on date NULL,
    claim_position bigint NULL,
    claimed_on date NULL,
    made_on date NOT NULL,
    earlier_duties text NULL,
    version bigint NOT NULL,
    CONSTRAINT commitments{suffix}_pkey PRIMARY KEY (commitment)
) WITH (fillfactor = 70);  -- every event of a commitment changes its row: room for the next version on the same page

CREATE TABLE boards.commitment_periods{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    from_day date NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    CONSTRAINT commitment_periods{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_targets{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    from_day date NOT NULL,
    bound text NOT NULL,
    value numeric NOT NULL,
    as_written text NOT NULL,
    upper numeric NULL,
    tolerance_percent numeric NULL,
    baseline numeric NULL,
    growth_in text NULL,
    CONSTRAINT commitment_targets{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_responsibles{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    from_day date NOT NULL,
    role text NOT NULL,
    unit text NULL,
    unit_group text NULL,
    side text NULL,
    inferred boolean NOT NULL,
    CONSTRAINT commitment_responsibles{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_divisions{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    unit text NULL,
    from_day date NULL,
    way text NOT NULL,
    unit_group text NOT NULL,
    own_share numeric NULL,
    member_cadence text NULL,
    member_days text NOT NULL,
    CONSTRAINT commitment_divisions{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_quotas{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    division int NOT NULL,
    unit text NOT NULL,
    value numeric NOT NULL,
    CONSTRAINT commitment_quotas{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_nodes{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    node text NOT NULL,
    name text NOT NULL,
    planned date NOT NULL,
    sign text NULL,
    weight numeric NULL,
    confirmed_on date NULL,
    CONSTRAINT commitment_nodes{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_reports{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    report uuid NOT NULL,
    unit text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    through date NOT NULL,
    amount numeric NULL,
    total numeric NULL,
    no_progress boolean NOT NULL,
    progress text NULL,
    status text NOT NULL,
    verified_total numeric NULL,
    corrections int NOT NULL,
    position bigint NOT NULL,
    changed_at bigint NOT NULL,
    reported_on date NOT NULL,
    changed_on date NOT NULL,
    return_reason text NULL,
    counted_from text NULL,
    returned_by text NULL,
    reviewed_by text NULL,
    returned_at bigint NULL,
    evidence text NULL,
    classes text NULL,
    CONSTRAINT commitment_reports{suffix}_pkey PRIMARY KEY (commitment, ordinal)
) WITH (fillfactor = 90);  -- a report is verified or corrected once or twice

CREATE TABLE boards.commitment_report_nodes{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    report int NOT NULL,
    node text NOT NULL,
    state text NOT NULL,
    reached_on date NULL,
    CONSTRAINT commitment_report_nodes{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_spells{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    standing text NOT NULL,
    from_day date NOT NULL,
    until_day date NULL,
    recorded_on date NULL,
    end_recorded_on date NULL,
    CONSTRAINT commitment_spells{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_leaves{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    kind text NOT NULL,
    unit text NULL,
    cutoff date NOT NULL,
    until_day date NULL,
    reason text NOT NULL,
    authority text NULL,
    granted_on date NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT commitment_leaves{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_missed_periods{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    unit text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    due date NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT commitment_missed_periods{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_sides{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    joint_target text NOT NULL,
    name text NOT NULL,
    office text NOT NULL,
    bound text NULL,
    value numeric NULL,
    as_written text NULL,
    upper numeric NULL,
    tolerance_percent numeric NULL,
    baseline numeric NULL,
    growth_in text NULL,
    claim_unit text NULL,
    claim_completed_on date NULL,
    claim_position bigint NULL,
    claimed_on date NULL,
    accepted_on date NULL,
    CONSTRAINT commitment_sides{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_counterparts{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    ledger text NOT NULL,
    theirs text NOT NULL,
    total numeric NOT NULL,
    through date NOT NULL,
    position bigint NOT NULL,
    hash text NOT NULL,
    source text NOT NULL,
    received_at bigint NOT NULL,
    received_on date NOT NULL,
    CONSTRAINT commitment_counterparts{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.commitment_links{suffix} (
    commitment text NOT NULL,
    ordinal int NOT NULL,
    link uuid NOT NULL,
    link_end text NOT NULL,
    other text NOT NULL,
    from_day date NOT NULL,
    until_day date NULL,
    units text NOT NULL,
    authority text NOT NULL,
    recorded_on date NULL,
    CONSTRAINT commitment_links{suffix}_pkey PRIMARY KEY (commitment, ordinal)
);

CREATE TABLE boards.drafts{suffix} (
    draft text NOT NULL,
    commitment text NOT NULL,
    unit text NOT NULL,
    status text NOT NULL,
    drafted_at bigint NOT NULL,
    closed_at bigint,
    version bigint NOT NULL,
    CONSTRAINT drafts{suffix}_pkey PRIMARY KEY (draft)
);

-- By whom: a unit's own page and the boards filtered by unit or group.
CREATE INDEX commitments{suffix}_by_plan ON boards.commitments{suffix} (plan);
CREATE INDEX commitment_divisions{suffix}_by_group ON boards.commitment_divisions{suffix} (unit_group);
CREATE INDEX commitment_responsibles{suffix}_by_unit ON boards.commitment_responsibles{suffix} (unit) WHERE unit IS NOT NULL;
CREATE INDEX commitment_responsibles{suffix}_by_group ON boards.commitment_responsibles{suffix} (unit_group) WHERE unit_group IS NOT NULL;
CREATE INDEX commitment_reports{suffix}_returned ON boards.commitment_reports{suffix} (unit) WHERE status = 'returned';
CREATE INDEX group_members{suffix}_by_unit ON boards.group_members{suffix} (unit);
CREATE INDEX drafts{suffix}_by_unit ON boards.drafts{suffix} (unit);

GRANT SELECT ON
    boards.plans{suffix},
    boards.plan_sections{suffix},
    boards.plan_tasks{suffix},
    boards.units{suffix},
    boards.unit_aliases{suffix},
    boards.unit_groups{suffix},
    boards.group_members{suffix},
    boards.rules_versions{suffix},
    boards.commitments{suffix},
    boards.commitment_periods{suffix},
    boards.commitment_targets{suffix},
    boards.commitment_responsibles{suffix},
    boards.commitment_divisions{suffix},
    boards.commitment_quotas{suffix},
    boards.commitment_nodes{suffix},
    boards.commitment_reports{suffix},
    boards.commitment_report_nodes{suffix},
    boards.commitment_spells{suffix},
    boards.commitment_leaves{suffix},
    boards.commitment_missed_periods{suffix},
    boards.commitment_sides{suffix},
    boards.commitment_counterparts{suffix},
    boards.commitment_links{suffix},
    boards.drafts{suffix}
TO ledger_app, ledger_reader;
