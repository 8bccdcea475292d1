-- AlterEnum
ALTER TYPE "CallState" ADD VALUE 'linked';
