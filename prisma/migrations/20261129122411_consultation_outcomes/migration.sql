-- What became of a consultation: nobody has recorded it, or the person told us and did not come.
ALTER TYPE "BookingState" ADD VALUE 'unrecorded';
ALTER TYPE "BookingState" ADD VALUE 'absent';
