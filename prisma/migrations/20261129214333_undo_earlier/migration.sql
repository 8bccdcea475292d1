-- AlterTable
ALTER TABLE "Undo" ADD COLUMN     "earlier" TEXT;
