-- AlterEnum
ALTER TYPE "SlotUseKind" ADD VALUE 'offer';

-- CreateTable
CREATE TABLE "Offer" (
    "bookingId" UUID NOT NULL,
    "starts" TIMESTAMPTZ(3)[],
    "until" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "chatId" TEXT NOT NULL,
    "staffId" UUID,

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("bookingId")
);

-- CreateIndex
CREATE INDEX "Offer_until_idx" ON "Offer"("until");

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;
