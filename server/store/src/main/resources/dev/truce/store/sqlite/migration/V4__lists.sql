-- Names are in no entry, so no chain covers a class list. These sums of hashes do: of the lines of a class, and of all classes. Null before the first.
ALTER TABLE class ADD COLUMN list_sum ${blob};
ALTER TABLE journal ADD COLUMN list_sum ${blob};
