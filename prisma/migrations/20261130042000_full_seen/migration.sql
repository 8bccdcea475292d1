-- CreateTable
CREATE TABLE "FullSeen" (
    "personId" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "FullSeen_pkey" PRIMARY KEY ("personId","day")
);

-- CreateIndex
CREATE INDEX "FullSeen_day_idx" ON "FullSeen"("day");

-- AddForeignKey
ALTER TABLE "FullSeen" ADD CONSTRAINT "FullSeen_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
