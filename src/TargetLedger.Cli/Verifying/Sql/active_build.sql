SELECT build, checkpoint, halted_at_position FROM boards.projections WHERE name = $1 AND shape = $2 AND status = 'active'
