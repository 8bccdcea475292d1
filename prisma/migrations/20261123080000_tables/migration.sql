-- CreateEnum
CREATE TYPE "BookingState" AS ENUM ('requested', 'proposed', 'confirmed', 'inProgress', 'done', 'withdrawn', 'declined', 'expired', 'cancelled', 'noShow', 'byPhone');

-- CreateEnum
CREATE TYPE "Actor" AS ENUM ('person', 'staff', 'system');

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "chatId" TEXT NOT NULL,
    "name" BYTEA,
    "jobNumber" BYTEA,
    "phone" BYTEA,
    "nameHash" TEXT,
    "jobNumberHash" TEXT,
    "phoneHash" TEXT,
    "eligibleAt" TIMESTAMPTZ(3),
    "blockedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "context" JSONB NOT NULL,
    "step" INTEGER NOT NULL,
    "misses" INTEGER NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "chatId" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("chatId")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "termsVersion" TEXT NOT NULL,
    "shownSha256" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "agreedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Booking" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "personId" UUID NOT NULL,
    "state" "BookingState" NOT NULL,
    "version" INTEGER NOT NULL,
    "counsellor" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "companion" BOOLEAN NOT NULL,
    "promisedBy" TIMESTAMPTZ(3) NOT NULL,
    "zoomMeetingId" BYTEA,
    "zoomPasscode" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookingStep" (
    "id" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "from" "BookingState",
    "to" "BookingState" NOT NULL,
    "actor" "Actor" NOT NULL,
    "chatId" TEXT,
    "staffId" UUID,
    "reason" TEXT,

    CONSTRAINT "BookingStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderSent" (
    "bookingId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderSent_pkey" PRIMARY KEY ("bookingId","kind","startsAt")
);

-- CreateTable
CREATE TABLE "AdminChat" (
    "chatId" TEXT NOT NULL,
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "AdminChat_pkey" PRIMARY KEY ("chatId")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" UUID NOT NULL,
    "lineUserId" TEXT NOT NULL,
    "name" BYTEA NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnrolmentCode" (
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EnrolmentCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "EnrolmentMiss" (
    "id" UUID NOT NULL,
    "chatId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EnrolmentMiss_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ZoomRoom" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "meetingId" BYTEA NOT NULL,
    "passcode" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ZoomRoom_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Closure" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "from" TEXT,
    "until" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Undelivered" (
    "id" UUID NOT NULL,
    "chatId" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Undelivered_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_chatId_key" ON "Person"("chatId");

-- CreateIndex
CREATE INDEX "Person_nameHash_idx" ON "Person"("nameHash");

-- CreateIndex
CREATE INDEX "Person_jobNumberHash_idx" ON "Person"("jobNumberHash");

-- CreateIndex
CREATE INDEX "Person_phoneHash_idx" ON "Person"("phoneHash");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_chatId_key" ON "Conversation"("chatId");

-- CreateIndex
CREATE INDEX "Draft_expiresAt_idx" ON "Draft"("expiresAt");

-- CreateIndex
CREATE INDEX "Consent_personId_termsVersion_idx" ON "Consent"("personId", "termsVersion");

-- CreateIndex
CREATE UNIQUE INDEX "Booking_number_key" ON "Booking"("number");

-- CreateIndex
CREATE INDEX "Booking_personId_idx" ON "Booking"("personId");

-- CreateIndex
CREATE INDEX "Booking_startsAt_idx" ON "Booking"("startsAt");

-- CreateIndex
CREATE INDEX "Booking_state_startsAt_idx" ON "Booking"("state", "startsAt");

-- CreateIndex
CREATE INDEX "BookingStep_bookingId_at_idx" ON "BookingStep"("bookingId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_lineUserId_key" ON "StaffMember"("lineUserId");

-- CreateIndex
CREATE INDEX "EnrolmentMiss_at_idx" ON "EnrolmentMiss"("at");

-- CreateIndex
CREATE UNIQUE INDEX "ZoomRoom_name_key" ON "ZoomRoom"("name");

-- CreateIndex
CREATE INDEX "Closure_day_idx" ON "Closure"("day");

-- CreateIndex
CREATE INDEX "Undelivered_at_idx" ON "Undelivered"("at");

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingStep" ADD CONSTRAINT "BookingStep_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingStep" ADD CONSTRAINT "BookingStep_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderSent" ADD CONSTRAINT "ReminderSent_bookingId_fkey" FOREIGN KEY ("bookingId") REFERENCES "Booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
