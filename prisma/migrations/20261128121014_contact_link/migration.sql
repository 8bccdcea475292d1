-- CreateTable
CREATE TABLE "ContactLink" (
    "tokenHash" TEXT NOT NULL,
    "bookingId" UUID NOT NULL,
    "chatId" TEXT NOT NULL,
    "staffId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContactLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "ContactLink_expiresAt_idx" ON "ContactLink"("expiresAt");

-- CreateIndex
CREATE INDEX "ContactLink_bookingId_idx" ON "ContactLink"("bookingId");

-- AddForeignKey
ALTER TABLE "ContactLink" ADD CONSTRAINT "ContactLink_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
