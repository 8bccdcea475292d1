-- AlterEnum
ALTER TYPE "CallState" ADD VALUE 'outdated';
