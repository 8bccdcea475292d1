-- AlterTable
ALTER TABLE "Booking" ADD COLUMN     "roomId" UUID,
ADD COLUMN     "zoomHash" TEXT;

-- AlterTable
ALTER TABLE "ZoomRoom" ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "changedById" UUID,
ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Booking_roomId_idx" ON "Booking"("roomId");

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "ZoomRoom"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ZoomRoom" ADD CONSTRAINT "ZoomRoom_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What schema.prisma cannot say. src/db/broken-rule.ts knows these names.

-- Nobody enters another one's consultation: while a booking is agreed on, no other one is in its room, or has its meeting ID,
-- at that time. A range of the hash alone makes an equality that GiST understands without an extension. One that was confirmed
-- before has neither room nor hash: the code alone sees that its meeting is in use.
ALTER TABLE "Booking"
  ADD CONSTRAINT "Booking_room_free" EXCLUDE USING gist (
    numrange(hashtextextended("roomId"::text, 0), hashtextextended("roomId"::text, 0), '[]') WITH &&,
    tstzrange("startsAt", "endsAt") WITH &&
  ) WHERE ("roomId" IS NOT NULL AND "state" IN ('confirmed', 'inProgress')),
  ADD CONSTRAINT "Booking_meeting_free" EXCLUDE USING gist (
    numrange(hashtextextended("zoomHash", 0), hashtextextended("zoomHash", 0), '[]') WITH &&,
    tstzrange("startsAt", "endsAt") WITH &&
  ) WHERE ("zoomHash" IS NOT NULL AND "state" IN ('confirmed', 'inProgress'));
