-- CreateEnum
CREATE TYPE "BookingSource" AS ENUM ('line', 'phone', 'consultation');

-- AlterEnum
ALTER TYPE "SlotUseKind" ADD VALUE 'call';

-- AlterTable
ALTER TABLE "Booking" ADD COLUMN     "numbersBy" TEXT,
ADD COLUMN     "overrideReason" TEXT,
ADD COLUMN     "source" "BookingSource" NOT NULL DEFAULT 'line';

-- AlterTable
ALTER TABLE "Consent" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'line';

-- AlterTable
ALTER TABLE "Person" ALTER COLUMN "chatId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "LinkCode" (
    "codeHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LinkCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateIndex
CREATE INDEX "LinkCode_personId_idx" ON "LinkCode"("personId");

-- CreateIndex
CREATE INDEX "LinkCode_bookingId_idx" ON "LinkCode"("bookingId");

-- AddForeignKey
ALTER TABLE "LinkCode" ADD CONSTRAINT "LinkCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCode" ADD CONSTRAINT "LinkCode_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
