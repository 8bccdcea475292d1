-- AlterTable
ALTER TABLE "Undo" ADD COLUMN     "overrideReason" TEXT;
