-- CreateTable
CREATE TABLE "PushCount" (
    "chatId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "beforeAt" TIMESTAMPTZ(3),
    "lastEvent" TEXT,

    CONSTRAINT "PushCount_pkey" PRIMARY KEY ("chatId")
);

-- CreateIndex
CREATE INDEX "PushCount_day_idx" ON "PushCount"("day");
