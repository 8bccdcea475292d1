-- What schema.prisma cannot say. src/db/broken-rule.ts knows these names.

-- A consultation ends after it starts, and nothing counts below zero.
ALTER TABLE "Booking"
  ADD CONSTRAINT "Booking_ends_after_start" CHECK ("endsAt" > "startsAt"),
  ADD CONSTRAINT "Booking_counsellor_known" CHECK ("counsellor" >= 0),
  ADD CONSTRAINT "Booking_version_counts" CHECK ("version" >= 0);

-- Nobody is with two people at once: while a booking holds its slot, the counsellor's time is taken.
-- The plain range of one number makes an equality that GiST understands without an extension.
ALTER TABLE "Booking"
  ADD CONSTRAINT "Booking_counsellor_free" EXCLUDE USING gist (
    int4range("counsellor", "counsellor", '[]') WITH &&,
    tstzrange("startsAt", "endsAt") WITH &&
  ) WHERE ("state" IN ('requested', 'proposed', 'confirmed', 'inProgress'));

-- One open booking a person (R-15).
CREATE UNIQUE INDEX "Booking_one_open" ON "Booking" ("personId")
  WHERE "state" IN ('requested', 'proposed', 'confirmed');

-- A closure is the whole day, or a part of it with both ends.
ALTER TABLE "Closure"
  ADD CONSTRAINT "Closure_whole_or_part" CHECK (
    ("from" IS NULL AND "until" IS NULL) OR ("from" IS NOT NULL AND "until" IS NOT NULL AND "from" < "until")
  );
