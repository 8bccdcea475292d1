-- AlterTable
ALTER TABLE "AdminChat" ADD COLUMN     "morningAt" TIMESTAMPTZ(3),
ADD COLUMN     "pushes" BOOLEAN NOT NULL DEFAULT true;
