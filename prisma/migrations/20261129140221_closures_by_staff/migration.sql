-- AlterTable
ALTER TABLE "Closure" ADD COLUMN     "counsellors" INTEGER,
ADD COLUMN     "liftedAt" TIMESTAMPTZ(3),
ADD COLUMN     "liftedById" UUID,
ADD COLUMN     "madeById" UUID,
ADD COLUMN     "reason" BYTEA;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_liftedById_fkey" FOREIGN KEY ("liftedById") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Fewer counsellors are of a whole day, and one stays at least: with none the office is closed.
ALTER TABLE "Closure"
  ADD CONSTRAINT "Closure_counsellors_left" CHECK ("counsellors" IS NULL OR ("counsellors" >= 1 AND "from" IS NULL));
