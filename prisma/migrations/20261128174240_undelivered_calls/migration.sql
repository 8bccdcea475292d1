-- AlterTable
ALTER TABLE "Undelivered" ADD COLUMN     "bookingId" UUID,
ADD COLUMN     "shownAt" TIMESTAMPTZ(3),
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'kept';

-- CreateIndex
CREATE INDEX "Undelivered_state_idx" ON "Undelivered"("state");

-- CreateIndex
CREATE INDEX "Undelivered_bookingId_idx" ON "Undelivered"("bookingId");

-- AddForeignKey
ALTER TABLE "Undelivered" ADD CONSTRAINT "Undelivered_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The news of a used-up quota waits like any other news for staff.
UPDATE "Undelivered" SET "state" = 'waiting' WHERE "about" = 'quota' AND "reason" = 'untold';
