-- CreateEnum
CREATE TYPE "SlotUseKind" AS ENUM ('booking', 'undo');

-- CreateTable
CREATE TABLE "SlotUse" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "SlotUseKind" NOT NULL,
    "bookingId" UUID,
    "counsellor" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "SlotUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Undo" (
    "bookingId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "reason" TEXT,
    "tellAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "BookingState" NOT NULL,
    "counsellor" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "zoomMeetingId" BYTEA,
    "zoomPasscode" BYTEA,
    "roomId" UUID,
    "zoomHash" TEXT,

    CONSTRAINT "Undo_pkey" PRIMARY KEY ("bookingId")
);

-- CreateIndex
CREATE INDEX "SlotUse_startsAt_idx" ON "SlotUse"("startsAt");

-- CreateIndex
CREATE INDEX "SlotUse_bookingId_idx" ON "SlotUse"("bookingId");

-- CreateIndex
CREATE INDEX "Undo_tellAt_idx" ON "Undo"("tellAt");

-- AddForeignKey
ALTER TABLE "SlotUse" ADD CONSTRAINT "SlotUse_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Undo" ADD CONSTRAINT "Undo_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say. src/db/broken-rule.ts knows the name of the exclusion constraint.
-- "until" is the end of a hold; a booking holds its slot as long as its state does.
ALTER TABLE "SlotUse"
  ADD CONSTRAINT "SlotUse_ends_after_start" CHECK ("endsAt" > "startsAt"),
  ADD CONSTRAINT "SlotUse_until" CHECK (("kind" = 'booking') = ("until" IS NULL)),
  ADD CONSTRAINT "SlotUse_counsellor_free" EXCLUDE USING gist (
    int4range("counsellor", "counsellor", '[]') WITH &&,
    tstzrange("startsAt", "endsAt") WITH &&
  ) DEFERRABLE INITIALLY IMMEDIATE;

CREATE UNIQUE INDEX "SlotUse_of_booking" ON "SlotUse" ("bookingId") WHERE "kind" = 'booking';

INSERT INTO "SlotUse" ("kind", "bookingId", "counsellor", "startsAt", "endsAt")
SELECT 'booking', "id", "counsellor", "startsAt", "endsAt" FROM "Booking"
WHERE "state" IN ('requested', 'proposed', 'confirmed', 'inProgress');

-- Every way in which a booking is written keeps its row here, also one that nobody thought of.
CREATE FUNCTION "Booking_hold_slot"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" IN ('requested', 'proposed', 'confirmed', 'inProgress') THEN
    INSERT INTO "SlotUse" ("kind", "bookingId", "counsellor", "startsAt", "endsAt")
    VALUES ('booking', NEW."id", NEW."counsellor", NEW."startsAt", NEW."endsAt")
    ON CONFLICT ("bookingId") WHERE "kind" = 'booking' DO UPDATE
    SET "counsellor" = EXCLUDED."counsellor", "startsAt" = EXCLUDED."startsAt", "endsAt" = EXCLUDED."endsAt";
  ELSE
    DELETE FROM "SlotUse" WHERE "bookingId" = NEW."id" AND "kind" = 'booking';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Booking_hold_slot"
AFTER INSERT OR UPDATE OF "state", "counsellor", "startsAt", "endsAt" ON "Booking"
FOR EACH ROW EXECUTE FUNCTION "Booking_hold_slot"();
