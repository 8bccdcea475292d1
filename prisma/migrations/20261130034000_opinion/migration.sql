-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "askAbout" UUID;

-- CreateTable
CREATE TABLE "Opinion" (
    "bookingId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "opinion" TEXT,

    CONSTRAINT "Opinion_pkey" PRIMARY KEY ("bookingId")
);

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;
