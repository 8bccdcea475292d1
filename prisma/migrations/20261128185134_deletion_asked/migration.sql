-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "deletionAskedAt" TIMESTAMPTZ(3);
