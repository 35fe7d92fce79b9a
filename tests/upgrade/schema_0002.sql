-- A store as the second schema has it; see test_upgrade.py. Never edit: later releases must read it.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE checkpoint (
	id INTEGER NOT NULL CHECK (id = 1), 
	session_id TEXT, 
	content TEXT NOT NULL, 
	taken_at TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(session_id) REFERENCES sessions (id)
)
 STRICT

;
INSERT INTO "checkpoint" VALUES(1,'ab57a146-0b36-49c3-ac5e-1f3baecf8c7c','{"place": {"segment": 4, "into_s": 2.5}, "words": "fr\u00fch"}','2026-03-02T06:30:00.000000Z');
CREATE TABLE pain_stops (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	session_id TEXT NOT NULL, 
	exercise_id TEXT NOT NULL, 
	exercise_name TEXT NOT NULL, 
	side TEXT CHECK (side IN ('left', 'right', 'centre', 'alternate')), 
	set_number INTEGER CHECK (set_number >= 1), 
	stopped_at TEXT NOT NULL, 
	stopped_offset_min INTEGER NOT NULL CHECK (stopped_offset_min BETWEEN -1439 AND 1439), 
	PRIMARY KEY (id), 
	FOREIGN KEY(session_id) REFERENCES sessions (id)
)
 STRICT

;
INSERT INTO "pain_stops" VALUES('0b9d0b0e-7f0d-4c5a-9a53-0f5c8a1d2e11','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000000Z',NULL,'ab57a146-0b36-49c3-ac5e-1f3baecf8c7c','elephant-walk','Elephant walk','left',2,'2026-03-02T06:33:00.000001Z',60);
INSERT INTO "pain_stops" VALUES('5d0c4f8e-22c1-4e0f-8d5b-6a2f0f7f3b22','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000001Z','2026-03-02T06:30:00.000000Z','ab57a146-0b36-49c3-ac5e-1f3baecf8c7c','elephant-walk','Elephant walk',NULL,NULL,'2026-03-02T06:34:00.000001Z',60);
CREATE TABLE readings (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	measure_id TEXT NOT NULL, 
	side TEXT CHECK (side IN ('left', 'right')), 
	entered_unit TEXT NOT NULL CHECK (entered_unit IN ('cm', 'in', 'deg')), 
	performed_at TEXT NOT NULL, 
	performed_offset_min INTEGER NOT NULL CHECK (performed_offset_min BETWEEN -1439 AND 1439), 
	aid TEXT, 
	warm INTEGER NOT NULL CHECK (warm IN (0, 1)), 
	note TEXT NOT NULL, 
	protocol_version INTEGER NOT NULL CHECK (protocol_version >= 1), 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "readings" VALUES('72e4988c-b0ef-4f10-ad2b-9efc95e70fc1','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'floor-touch',NULL,'in','2026-03-02T06:30:00.000007Z',60,'floor',1,'slept badly',2);
INSERT INTO "readings" VALUES('f5a659ee-5577-41aa-a5c6-137884ddb817','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'hand-to-knee','left','in','2026-03-05T06:30:00.000007Z',60,'floor',1,'slept badly',2);
INSERT INTO "readings" VALUES('6c56dec3-6bb8-4a79-803a-21f4bcfc5516','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000001Z','2026-03-02T07:30:00.000000Z','floor-touch',NULL,'in','2026-03-02T06:30:00.000007Z',60,'floor',1,'slept badly',2);
INSERT INTO "readings" VALUES('cf10a7c7-1774-404e-8225-d7e81882ed1d','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000001Z','2026-03-02T06:30:00.000000Z','floor-touch',NULL,'in','2026-03-02T06:30:00.000007Z',60,'floor',1,'slept badly',2);
CREATE TABLE sessions (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	routine_id TEXT NOT NULL, 
	routine_name TEXT NOT NULL, 
	started_at TEXT NOT NULL, 
	started_offset_min INTEGER NOT NULL CHECK (started_offset_min BETWEEN -1439 AND 1439), 
	finished_at TEXT, 
	finished_offset_min INTEGER CHECK (finished_offset_min BETWEEN -1439 AND 1439), 
	note TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CHECK ((finished_at IS NULL) = (finished_offset_min IS NULL))
)
 STRICT

;
INSERT INTO "sessions" VALUES('3969e527-e808-46c3-a8f6-8667e4d20d09','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000001Z',NULL,'starter','Starter','2026-03-02T06:30:00.000000Z',60,'2026-03-02T06:50:00.000000Z',60,'went well');
INSERT INTO "sessions" VALUES('ab57a146-0b36-49c3-ac5e-1f3baecf8c7c','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'whole-back','Whole back — früh','2026-03-03T06:30:00.000000Z',60,NULL,NULL,'');
INSERT INTO "sessions" VALUES('c54d0b9d-d949-43a9-8a4a-26b2ff363243','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000002Z','2026-03-02T07:30:00.000000Z','starter','Starter','2026-03-02T06:30:00.000000Z',60,'2026-03-02T06:50:00.000000Z',60,'went well');
CREATE TABLE sets (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	session_id TEXT NOT NULL, 
	work INTEGER NOT NULL CHECK (work >= 0), 
	exercise_id TEXT NOT NULL, 
	exercise_name TEXT NOT NULL, 
	planned TEXT NOT NULL, 
	side TEXT CHECK (side IN ('left', 'right', 'centre', 'alternate')), 
	set_number INTEGER NOT NULL CHECK (set_number >= 1), 
	reps INTEGER CHECK (reps >= 0), 
	hold_s REAL CHECK (hold_s >= 0), 
	load_kg REAL CHECK (load_kg >= 0), 
	discomfort INTEGER CHECK (discomfort BETWEEN 0 AND 10), 
	finished_at TEXT NOT NULL, 
	finished_offset_min INTEGER NOT NULL CHECK (finished_offset_min BETWEEN -1439 AND 1439), 
	PRIMARY KEY (id), 
	UNIQUE (session_id, work), 
	FOREIGN KEY(session_id) REFERENCES sessions (id)
)
 STRICT

;
INSERT INTO "sets" VALUES('4a1acdcc-494f-5bda-96c7-bad73ee5dba8','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000000Z',NULL,'3969e527-e808-46c3-a8f6-8667e4d20d09',0,'elephant-walk','Elephant walk','3 × 20','alternate',1,20,NULL,7.5,2,'2026-03-02T06:31:00.000001Z',60);
INSERT INTO "sets" VALUES('84e3094b-fbe0-5452-8de5-886089eb0be0','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000000Z',NULL,'3969e527-e808-46c3-a8f6-8667e4d20d09',1,'elephant-walk','Elephant walk','3 × 20','alternate',2,20,NULL,7.5,2,'2026-03-02T06:32:00.000001Z',60);
INSERT INTO "sets" VALUES('66779b3f-c41a-5874-9e16-189c11fc93c1','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000001Z','2026-03-02T07:30:00.000000Z','c54d0b9d-d949-43a9-8a4a-26b2ff363243',0,'elephant-walk','Elephant walk','3 × 20','alternate',1,20,NULL,7.5,2,'2026-03-02T06:31:00.000001Z',60);
CREATE TABLE settings (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE ("key")
)
 STRICT

;
INSERT INTO "settings" VALUES('df137cfc-ba64-52c0-82de-0c4f90158631','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'theme','"dark"');
CREATE TABLE trials (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	reading_id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL CHECK (ordinal >= 1), 
	value REAL NOT NULL CHECK (abs(value) < 1e9), 
	PRIMARY KEY (id), 
	UNIQUE (reading_id, ordinal), 
	FOREIGN KEY(reading_id) REFERENCES readings (id)
)
 STRICT

;
INSERT INTO "trials" VALUES('131cfdcc-5237-533f-88c0-155791887f1f','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'72e4988c-b0ef-4f10-ad2b-9efc95e70fc1',1,-3.0);
INSERT INTO "trials" VALUES('97e308a3-dd7c-5eac-a57d-bd772af7ec5b','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'72e4988c-b0ef-4f10-ad2b-9efc95e70fc1',2,-2.5);
INSERT INTO "trials" VALUES('c30b28e5-2fc6-5e73-b215-add4615b8edc','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'72e4988c-b0ef-4f10-ad2b-9efc95e70fc1',3,4.0);
INSERT INTO "trials" VALUES('509d1df7-6ea3-5fe2-95e7-ee094f0496b9','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'f5a659ee-5577-41aa-a5c6-137884ddb817',1,12.0);
INSERT INTO "trials" VALUES('3696c558-9626-5aed-9165-59619b7279d0','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000001Z','2026-03-02T07:30:00.000000Z','6c56dec3-6bb8-4a79-803a-21f4bcfc5516',1,33.0);
INSERT INTO "trials" VALUES('13d02f45-a344-5963-a700-f8945b4ed85b','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000001Z','2026-03-02T06:30:00.000000Z','cf10a7c7-1774-404e-8225-d7e81882ed1d',1,50.0);
CREATE TABLE undo_records (
	step_id INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT NOT NULL, 
	PRIMARY KEY (step_id, ordinal), 
	FOREIGN KEY(step_id) REFERENCES undo_steps (id) ON DELETE CASCADE
)
 STRICT

;
INSERT INTO "undo_records" VALUES(1,1,'sessions',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "3969e527-e808-46c3-a8f6-8667e4d20d09", "routine_id": "starter", "routine_name": "Starter", "note": "", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": null, "finished_offset_min": null}');
INSERT INTO "undo_records" VALUES(1,2,'sets',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "work": 0, "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "planned": "3 \u00d7 20", "side": "alternate", "set_number": 1, "reps": 20, "hold_s": null, "load_kg": 7.5, "finished_at": "2026-03-02T06:31:00.000001Z", "discomfort": 2, "id": "4a1acdcc-494f-5bda-96c7-bad73ee5dba8", "session_id": "3969e527-e808-46c3-a8f6-8667e4d20d09", "finished_offset_min": 60}');
INSERT INTO "undo_records" VALUES(1,3,'sets',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "work": 1, "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "planned": "3 \u00d7 20", "side": "alternate", "set_number": 2, "reps": 20, "hold_s": null, "load_kg": 7.5, "finished_at": "2026-03-02T06:32:00.000001Z", "discomfort": 2, "id": "84e3094b-fbe0-5452-8de5-886089eb0be0", "session_id": "3969e527-e808-46c3-a8f6-8667e4d20d09", "finished_offset_min": 60}');
INSERT INTO "undo_records" VALUES(1,4,'sessions','{"id": "3969e527-e808-46c3-a8f6-8667e4d20d09", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "routine_id": "starter", "routine_name": "Starter", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": null, "finished_offset_min": null, "note": ""}','{"id": "3969e527-e808-46c3-a8f6-8667e4d20d09", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000001Z", "deleted_at": null, "routine_id": "starter", "routine_name": "Starter", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": "2026-03-02T06:50:00.000000Z", "finished_offset_min": 60, "note": "went well"}');
INSERT INTO "undo_records" VALUES(2,1,'sessions',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "ab57a146-0b36-49c3-ac5e-1f3baecf8c7c", "routine_id": "whole-back", "routine_name": "Whole back \u2014 fr\u00fch", "note": "", "started_at": "2026-03-03T06:30:00.000000Z", "started_offset_min": 60, "finished_at": null, "finished_offset_min": null}');
INSERT INTO "undo_records" VALUES(3,1,'readings',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "72e4988c-b0ef-4f10-ad2b-9efc95e70fc1", "measure_id": "floor-touch", "side": null, "entered_unit": "in", "performed_at": "2026-03-02T06:30:00.000007Z", "performed_offset_min": 60, "aid": "floor", "warm": 1, "note": "slept badly", "protocol_version": 2}');
INSERT INTO "undo_records" VALUES(3,2,'trials',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "131cfdcc-5237-533f-88c0-155791887f1f", "reading_id": "72e4988c-b0ef-4f10-ad2b-9efc95e70fc1", "ordinal": 1, "value": -3}');
INSERT INTO "undo_records" VALUES(3,3,'trials',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "97e308a3-dd7c-5eac-a57d-bd772af7ec5b", "reading_id": "72e4988c-b0ef-4f10-ad2b-9efc95e70fc1", "ordinal": 2, "value": -2.5}');
INSERT INTO "undo_records" VALUES(3,4,'trials',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "c30b28e5-2fc6-5e73-b215-add4615b8edc", "reading_id": "72e4988c-b0ef-4f10-ad2b-9efc95e70fc1", "ordinal": 3, "value": 4}');
INSERT INTO "undo_records" VALUES(4,1,'readings',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "f5a659ee-5577-41aa-a5c6-137884ddb817", "measure_id": "hand-to-knee", "side": "left", "entered_unit": "in", "performed_at": "2026-03-05T06:30:00.000007Z", "performed_offset_min": 60, "aid": "floor", "warm": 1, "note": "slept badly", "protocol_version": 2}');
INSERT INTO "undo_records" VALUES(4,2,'trials',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "509d1df7-6ea3-5fe2-95e7-ee094f0496b9", "reading_id": "f5a659ee-5577-41aa-a5c6-137884ddb817", "ordinal": 1, "value": 12}');
INSERT INTO "undo_records" VALUES(5,1,'readings',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "6c56dec3-6bb8-4a79-803a-21f4bcfc5516", "measure_id": "floor-touch", "side": null, "entered_unit": "in", "performed_at": "2026-03-02T06:30:00.000007Z", "performed_offset_min": 60, "aid": "floor", "warm": 1, "note": "slept badly", "protocol_version": 2}');
INSERT INTO "undo_records" VALUES(5,2,'trials',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "3696c558-9626-5aed-9165-59619b7279d0", "reading_id": "6c56dec3-6bb8-4a79-803a-21f4bcfc5516", "ordinal": 1, "value": 33}');
INSERT INTO "undo_records" VALUES(6,1,'readings','{"id": "6c56dec3-6bb8-4a79-803a-21f4bcfc5516", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "measure_id": "floor-touch", "side": null, "entered_unit": "in", "performed_at": "2026-03-02T06:30:00.000007Z", "performed_offset_min": 60, "aid": "floor", "warm": 1, "note": "slept badly", "protocol_version": 2}','{"id": "6c56dec3-6bb8-4a79-803a-21f4bcfc5516", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": "2026-03-02T07:30:00.000000Z", "measure_id": "floor-touch", "side": null, "entered_unit": "in", "performed_at": "2026-03-02T06:30:00.000007Z", "performed_offset_min": 60, "aid": "floor", "warm": 1, "note": "slept badly", "protocol_version": 2}');
INSERT INTO "undo_records" VALUES(6,2,'trials','{"id": "3696c558-9626-5aed-9165-59619b7279d0", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "reading_id": "6c56dec3-6bb8-4a79-803a-21f4bcfc5516", "ordinal": 1, "value": 33.0}','{"id": "3696c558-9626-5aed-9165-59619b7279d0", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": "2026-03-02T07:30:00.000000Z", "reading_id": "6c56dec3-6bb8-4a79-803a-21f4bcfc5516", "ordinal": 1, "value": 33.0}');
INSERT INTO "undo_records" VALUES(7,1,'sessions',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "routine_id": "starter", "routine_name": "Starter", "note": "", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": null, "finished_offset_min": null}');
INSERT INTO "undo_records" VALUES(7,2,'sets',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "work": 0, "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "planned": "3 \u00d7 20", "side": "alternate", "set_number": 1, "reps": 20, "hold_s": null, "load_kg": 7.5, "finished_at": "2026-03-02T06:31:00.000001Z", "discomfort": 2, "id": "66779b3f-c41a-5874-9e16-189c11fc93c1", "session_id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "finished_offset_min": 60}');
INSERT INTO "undo_records" VALUES(7,3,'sessions','{"id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "routine_id": "starter", "routine_name": "Starter", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": null, "finished_offset_min": null, "note": ""}','{"id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": null, "routine_id": "starter", "routine_name": "Starter", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": "2026-03-02T06:50:00.000000Z", "finished_offset_min": 60, "note": "went well"}');
INSERT INTO "undo_records" VALUES(8,1,'sets','{"id": "66779b3f-c41a-5874-9e16-189c11fc93c1", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "session_id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "work": 0, "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "planned": "3 \u00d7 20", "side": "alternate", "set_number": 1, "reps": 20, "hold_s": null, "load_kg": 7.5, "discomfort": 2, "finished_at": "2026-03-02T06:31:00.000001Z", "finished_offset_min": 60}','{"id": "66779b3f-c41a-5874-9e16-189c11fc93c1", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": "2026-03-02T07:30:00.000000Z", "session_id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "work": 0, "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "planned": "3 \u00d7 20", "side": "alternate", "set_number": 1, "reps": 20, "hold_s": null, "load_kg": 7.5, "discomfort": 2, "finished_at": "2026-03-02T06:31:00.000001Z", "finished_offset_min": 60}');
INSERT INTO "undo_records" VALUES(8,2,'sessions','{"id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": null, "routine_id": "starter", "routine_name": "Starter", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": "2026-03-02T06:50:00.000000Z", "finished_offset_min": 60, "note": "went well"}','{"id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000002Z", "deleted_at": "2026-03-02T07:30:00.000000Z", "routine_id": "starter", "routine_name": "Starter", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": "2026-03-02T06:50:00.000000Z", "finished_offset_min": 60, "note": "went well"}');
INSERT INTO "undo_records" VALUES(2,2,'pain_stops',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "0b9d0b0e-7f0d-4c5a-9a53-0f5c8a1d2e11", "session_id": "ab57a146-0b36-49c3-ac5e-1f3baecf8c7c", "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "side": "left", "set_number": 2, "stopped_at": "2026-03-02T06:33:00.000001Z", "stopped_offset_min": 60}');
INSERT INTO "undo_records" VALUES(2,3,'pain_stops',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "5d0c4f8e-22c1-4e0f-8d5b-6a2f0f7f3b22", "session_id": "ab57a146-0b36-49c3-ac5e-1f3baecf8c7c", "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "side": null, "set_number": null, "stopped_at": "2026-03-02T06:34:00.000001Z", "stopped_offset_min": 60}');
INSERT INTO "undo_records" VALUES(2,4,'pain_stops','{"id": "5d0c4f8e-22c1-4e0f-8d5b-6a2f0f7f3b22", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "session_id": "ab57a146-0b36-49c3-ac5e-1f3baecf8c7c", "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "side": null, "set_number": null, "stopped_at": "2026-03-02T06:34:00.000001Z", "stopped_offset_min": 60}','{"id": "5d0c4f8e-22c1-4e0f-8d5b-6a2f0f7f3b22", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000001Z", "deleted_at": "2026-03-02T06:30:00.000000Z", "session_id": "ab57a146-0b36-49c3-ac5e-1f3baecf8c7c", "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "side": null, "set_number": null, "stopped_at": "2026-03-02T06:34:00.000001Z", "stopped_offset_min": 60}');
CREATE TABLE undo_steps (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	op TEXT NOT NULL, 
	session_id TEXT, 
	undone INTEGER NOT NULL CHECK (undone IN (0, 1)), 
	created_at TEXT NOT NULL
)
 STRICT

;
INSERT INTO "undo_steps" VALUES(1,'Session','3969e527-e808-46c3-a8f6-8667e4d20d09',0,'2026-03-02T06:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(2,'Session','ab57a146-0b36-49c3-ac5e-1f3baecf8c7c',0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(3,'Record reading',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(4,'Record reading',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(5,'Record reading',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(6,'Delete reading',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(7,'Session','c54d0b9d-d949-43a9-8a4a-26b2ff363243',0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(8,'Discard session',NULL,0,'2026-03-02T07:30:00.000000Z');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('undo_steps',9);
CREATE INDEX sessions_by_start ON sessions (started_at);
CREATE INDEX readings_by_measure ON readings (measure_id, performed_at);
CREATE INDEX pain_stops_by_session ON pain_stops (session_id);
COMMIT;
