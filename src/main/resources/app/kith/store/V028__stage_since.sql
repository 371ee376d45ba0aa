-- Since when a customer has stood at the stage (milliseconds since 1970); null where at none. StageTimeline works it out; what was there
-- already is worked out behind this step.
ALTER TABLE contact ADD COLUMN IF NOT EXISTS stage_since BIGINT;
