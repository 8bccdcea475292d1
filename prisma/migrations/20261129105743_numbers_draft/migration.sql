-- CreateTable
CREATE TABLE "NumbersDraft" (
    "bookingId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "chatId" TEXT NOT NULL,
    "message" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NumbersDraft_pkey" PRIMARY KEY ("bookingId")
);

-- CreateIndex
CREATE INDEX "NumbersDraft_expiresAt_idx" ON "NumbersDraft"("expiresAt");

-- CreateIndex
CREATE INDEX "NumbersDraft_chatId_message_idx" ON "NumbersDraft"("chatId", "message");

-- AddForeignKey
ALTER TABLE "NumbersDraft" ADD CONSTRAINT "NumbersDraft_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was typed in an admin chat until now belonged to the chat: it is typed again.
DELETE FROM "Draft" WHERE "chatId" IN (SELECT "chatId" FROM "AdminChat");
