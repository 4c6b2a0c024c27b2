-- Written in the transaction that does what was asked: a request whose node died after it is not done again.
ALTER TABLE idempotency_key ADD COLUMN committed boolean NOT NULL DEFAULT FALSE;
