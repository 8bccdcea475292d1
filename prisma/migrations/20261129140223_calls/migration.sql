-- CreateEnum
CREATE TYPE "CallState" AS ENUM ('open', 'told', 'resent');

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "bookingId" UUID,
    "about" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "CallState" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMPTZ(3),
    "shownAt" TIMESTAMPTZ(3),

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallStep" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "staffId" UUID,

    CONSTRAINT "CallStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageLink" (
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "chatId" TEXT NOT NULL,
    "staffId" UUID,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "looks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PageLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "Call_state_dueAt_idx" ON "Call"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Call_createdAt_idx" ON "Call"("createdAt");

-- CreateIndex
CREATE INDEX "Call_personId_idx" ON "Call"("personId");

-- CreateIndex
CREATE INDEX "Call_bookingId_idx" ON "Call"("bookingId");

-- CreateIndex
CREATE INDEX "CallStep_callId_at_idx" ON "CallStep"("callId", "at");

-- CreateIndex
CREATE INDEX "PageLink_expiresAt_idx" ON "PageLink"("expiresAt");

-- CreateIndex
CREATE INDEX "PageLink_subject_idx" ON "PageLink"("subject");

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallStep" ADD CONSTRAINT "CallStep_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallStep" ADD CONSTRAINT "CallStep_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One open call for a person, a booking and a kind: whoever answers the telephone is told once.
CREATE UNIQUE INDEX "Call_one_open" ON "Call" (
  "personId", coalesce("bookingId", '00000000-0000-0000-0000-000000000000'::uuid), "about"
) WHERE "state" = 'open';

-- What stood as a call until now. Of two open ones that say the same the older stays, and who was forgotten cannot be called.
WITH of_people AS (
  SELECT u.*, coalesce(b."personId", p."id") AS "personId",
    row_number() OVER (
      PARTITION BY u."state", coalesce(b."personId", p."id"), u."bookingId", u."about" ORDER BY u."at", u."id"
    ) AS place
  FROM "Undelivered" u
    LEFT JOIN "Booking" b ON b."id" = u."bookingId"
    LEFT JOIN "Person" p ON p."chatId" = u."chatId"
  WHERE u."state" IN ('open', 'told', 'resent')
)
INSERT INTO "Call" ("id", "personId", "bookingId", "about", "reason", "state", "createdAt", "dueAt", "shownAt")
  SELECT "id", "personId", "bookingId", "about", "reason", "state"::"CallState", "at", "at", "shownAt" FROM of_people
  WHERE "personId" IS NOT NULL AND "personId" <> '00000000-0000-7000-8000-000000000000'::uuid
    AND ("state" <> 'open' OR place = 1);
DELETE FROM "Undelivered" WHERE "id" IN (SELECT "id" FROM "Call");
UPDATE "Undelivered" SET "state" = 'kept' WHERE "state" IN ('open', 'told', 'resent');
