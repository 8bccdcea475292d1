-- AlterEnum
ALTER TYPE "SlotUseKind" ADD VALUE 'wish';

-- CreateTable
CREATE TABLE "MoveWish" (
    "bookingId" UUID NOT NULL,
    "counsellor" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MoveWish_pkey" PRIMARY KEY ("bookingId")
);

-- CreateIndex
CREATE INDEX "MoveWish_until_idx" ON "MoveWish"("until");

-- AddForeignKey
ALTER TABLE "MoveWish" ADD CONSTRAINT "MoveWish_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
