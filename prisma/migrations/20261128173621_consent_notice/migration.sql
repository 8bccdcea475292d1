-- AlterTable
ALTER TABLE "Consent" ADD COLUMN     "noticeSha256" TEXT,
ADD COLUMN     "noticeVersion" TEXT;
