-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "suspendedReason" TEXT,
ADD COLUMN     "suspendedUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "PersonStep" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "reason" TEXT,
    "until" TIMESTAMPTZ(3),
    "chatId" TEXT NOT NULL,
    "staffId" UUID,

    CONSTRAINT "PersonStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeopleFound" (
    "id" UUID NOT NULL,
    "chatId" TEXT NOT NULL,
    "people" UUID[],
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PeopleFound_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PersonStep_personId_at_idx" ON "PersonStep"("personId", "at");

-- CreateIndex
CREATE INDEX "PersonStep_at_idx" ON "PersonStep"("at");

-- CreateIndex
CREATE INDEX "PeopleFound_expiresAt_idx" ON "PeopleFound"("expiresAt");

-- AddForeignKey
ALTER TABLE "PersonStep" ADD CONSTRAINT "PersonStep_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonStep" ADD CONSTRAINT "PersonStep_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;
