-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "wantsEarlyReminder" BOOLEAN NOT NULL DEFAULT true;
