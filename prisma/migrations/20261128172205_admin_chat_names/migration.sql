-- AlterTable
ALTER TABLE "AdminChat" ADD COLUMN     "farewellDue" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "invitedById" UUID,
ADD COLUMN     "members" INTEGER,
ADD COLUMN     "name" BYTEA;

-- AlterTable
ALTER TABLE "EnrolmentCode" ADD COLUMN     "invitedById" UUID;

-- CreateIndex
CREATE INDEX "EnrolmentMiss_chatId_at_idx" ON "EnrolmentMiss"("chatId", "at");

-- AddForeignKey
ALTER TABLE "AdminChat" ADD CONSTRAINT "AdminChat_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnrolmentCode" ADD CONSTRAINT "EnrolmentCode_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;
