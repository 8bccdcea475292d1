-- CreateTable
CREATE TABLE "RegisterLook" (
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "chatId" TEXT NOT NULL,
    "staffId" UUID,

    CONSTRAINT "RegisterLook_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RegisterLook_at_idx" ON "RegisterLook"("at");

-- AddForeignKey
ALTER TABLE "RegisterLook" ADD CONSTRAINT "RegisterLook_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;
