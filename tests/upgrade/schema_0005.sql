-- A store as the fifth schema has it; see test_upgrade.py. Never edit: later releases must read it.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
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
CREATE TABLE choices (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	exercise_id TEXT NOT NULL, 
	amount TEXT NOT NULL CHECK (amount IN ('load_kg', 'reps', 'hold_s', 'sets', 'extra-left', 'extra-right', 'opened')), 
	value REAL NOT NULL CHECK (value >= 0), 
	chosen_at TEXT NOT NULL, 
	chosen_offset_min INTEGER NOT NULL CHECK (chosen_offset_min BETWEEN -1439 AND 1439), 
	PRIMARY KEY (id), 
	UNIQUE (exercise_id, amount)
)
 STRICT

;
INSERT INTO "choices" VALUES('8e918ead-18c1-5d8e-8c88-897a8aa78719','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'side-bend','load_kg',4.0,'2026-03-02T06:30:00.000000Z',60);
INSERT INTO "choices" VALUES('373c7a11-aad1-56aa-ab3a-459936d3ca6f','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'jefferson-curl','opened',1.0,'2026-03-02T06:30:00.000000Z',60);
INSERT INTO "choices" VALUES('fa89de1c-33a3-50f9-b483-77af54433306','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z','side-bend','extra-left',1.0,'2026-03-02T06:30:00.000000Z',60);
CREATE TABLE favourites (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	item_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (item_id)
)
 STRICT

;
INSERT INTO "favourites" VALUES('7f6171f5-4ccd-5431-831b-015b773b2d7a','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000000Z',NULL,'chair-twist');
INSERT INTO "favourites" VALUES('a5b3092f-1e1b-59b9-a06b-a6bf6f1ed1e1','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000001Z','2026-03-02T06:30:00.000000Z','side-bend');
CREATE TABLE goals (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	measure_id TEXT NOT NULL, 
	side TEXT CHECK (side IN ('left', 'right')), 
	value REAL NOT NULL CHECK (abs(value) < 1e9), 
	due TEXT, 
	set_at TEXT, 
	set_offset_min INTEGER CHECK (set_offset_min BETWEEN -1439 AND 1439), 
	reached_by TEXT, 
	PRIMARY KEY (id), 
	CHECK ((set_at IS NULL) = (set_offset_min IS NULL))
)
 STRICT

;
INSERT INTO "goals" VALUES('e68a9c3a-bd8e-5f45-936d-fa14fdde4ad9','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000001Z',NULL,'floor-touch',NULL,-2.0,'2026-12-31','2026-03-01T06:30:00.000000Z',60,'72e4988c-b0ef-4f10-ad2b-9efc95e70fc1');
INSERT INTO "goals" VALUES('5b2a7ee1-c83d-53ec-bc18-16a4d4014431','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'hand-to-knee','left',3.5,NULL,NULL,NULL,NULL);
INSERT INTO "goals" VALUES('9260cdaa-bfdb-59da-a8af-b37242f5610b','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000001Z','2026-03-02T07:30:00.000000Z','hand-to-knee','right',3.5,NULL,NULL,NULL,NULL);
CREATE TABLE item_notes (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	item_id TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (item_id)
)
 STRICT

;
INSERT INTO "item_notes" VALUES('35a3e57a-567e-5f37-b28c-b8fa5fcc6486','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000000Z',NULL,'chair-twist','Links — steif');
CREATE TABLE own_exercises (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	exercise_id TEXT NOT NULL CHECK (exercise_id GLOB 'own-*'), 
	content TEXT NOT NULL, 
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)), 
	PRIMARY KEY (id), 
	UNIQUE (exercise_id)
)
 STRICT

;
INSERT INTO "own_exercises" VALUES('1d477137-834e-55c3-b96c-8ae88415886a','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000000Z',NULL,'own-hip-hinge-fruh','{"id": "own-hip-hinge-fruh", "name": "Hip hinge — früh", "source": "own", "level": "easy", "sides": "none", "setup_s": 10, "switch_s": 0, "rest_s": 30, "dose": {"kind": "reps", "sets": 2, "reps": [8, 12]}, "tempo": [{"kind": "move", "seconds": 2, "cue": "Down"}, {"kind": "move", "seconds": 2.5, "cue": "Up"}]}',0);
INSERT INTO "own_exercises" VALUES('a065bc26-9e68-57b9-94b5-6e756d82ace4','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000001Z',NULL,'own-old-one','{"id": "own-old-one", "name": "Old one", "source": "own", "level": "easy", "sides": "none", "setup_s": 10, "switch_s": 0, "rest_s": 30, "dose": {"kind": "reps", "sets": 2, "reps": [8, 12]}, "tempo": [{"kind": "move", "seconds": 2, "cue": "Down"}, {"kind": "move", "seconds": 2.5, "cue": "Up"}]}',1);
CREATE TABLE own_measures (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	measure_id TEXT NOT NULL CHECK (measure_id GLOB 'own-*'), 
	name TEXT NOT NULL, 
	unit TEXT NOT NULL CHECK (unit IN ('cm', 'deg')), 
	better TEXT NOT NULL CHECK (better IN ('lower', 'higher')), 
	sided INTEGER NOT NULL CHECK (sided IN (0, 1)), 
	hard_low REAL NOT NULL, 
	hard_high REAL NOT NULL, 
	soft_low REAL, 
	soft_high REAL, 
	steps TEXT NOT NULL, 
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)), 
	PRIMARY KEY (id), 
	CHECK (hard_low < hard_high), 
	CHECK ((soft_low IS NULL) = (soft_high IS NULL)), 
	UNIQUE (measure_id)
)
 STRICT

;
INSERT INTO "own_measures" VALUES('80c14ff7-5397-5a94-8bd8-3d9dbd1d4240','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'own-tragus-fruh','Tragus — früh','cm','lower',1,0.0,60.5,8.0,40.0,'["Stand against the wall.", "Measure."]',0);
INSERT INTO "own_measures" VALUES('d22475f2-60e1-586a-aee4-1ad3a3752541','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000001Z',NULL,'own-kyphosis','Kyphosis','deg','lower',0,0.0,90.0,NULL,NULL,'[]',1);
CREATE TABLE own_routines (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	routine_id TEXT NOT NULL CHECK (routine_id GLOB 'own-*'), 
	content TEXT NOT NULL, 
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)), 
	PRIMARY KEY (id), 
	UNIQUE (routine_id)
)
 STRICT

;
INSERT INTO "own_routines" VALUES('c3bb268e-fc42-533a-a058-fb917aa45bce','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000000Z',NULL,'own-evening','{"id": "own-evening", "name": "Evening", "source": "own", "voice": true, "steps": [{"exercise": "own-hip-hinge-fruh", "reps": 9}]}',0);
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
CREATE TABLE pictures (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	exercise_id TEXT NOT NULL, 
	jpeg TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (exercise_id)
)
 STRICT

;
INSERT INTO "pictures" VALUES('41f4e6c1-f5c0-5824-a5a8-f3cec3dd37e4','2026-03-02T06:30:00.000000Z','2026-03-02T06:30:00.000000Z',NULL,'own-hip-hinge-fruh','/9j/4CBub3QgdG8gYmUgZHJhd24=');
CREATE TABLE proposal_answers (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	exercise_id TEXT NOT NULL, 
	kind TEXT NOT NULL CHECK (kind IN ('load', 'reps', 'hold', 'ease', 'extra-set')), 
	answer TEXT NOT NULL CHECK (answer IN ('later', 'no')), 
	answered_at TEXT NOT NULL, 
	answered_offset_min INTEGER NOT NULL CHECK (answered_offset_min BETWEEN -1439 AND 1439), 
	PRIMARY KEY (id), 
	UNIQUE (exercise_id, kind)
)
 STRICT

;
INSERT INTO "proposal_answers" VALUES('01a4b78b-8abf-56b0-99d2-1d98206b09d6','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'side-bend','load','no','2026-03-01T06:30:00.000000Z',60);
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
INSERT INTO "readings" VALUES('b2f9d6a4-7c1e-4d83-9a55-1e6f0c2b7d44','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'own-kyphosis',NULL,'deg','2025-01-26T06:30:00.000000Z',60,NULL,0,'',1);
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
INSERT INTO "trials" VALUES('b94d9857-0206-515b-ab29-f3b31ed7b88b','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'b2f9d6a4-7c1e-4d83-9a55-1e6f0c2b7d44',1,31.0);
INSERT INTO "trials" VALUES('41b88aa8-d09b-5c53-b90c-859d3228458a','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'b2f9d6a4-7c1e-4d83-9a55-1e6f0c2b7d44',2,29.5);
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
INSERT INTO "undo_records" VALUES(90,1,'sets','{"id": "66779b3f-c41a-5874-9e16-189c11fc93c1", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "session_id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "work": 0, "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "planned": "3 \u00d7 20", "side": "alternate", "set_number": 1, "reps": 20, "hold_s": null, "load_kg": 7.5, "discomfort": 2, "finished_at": "2026-03-02T06:31:00.000001Z", "finished_offset_min": 60}','{"id": "66779b3f-c41a-5874-9e16-189c11fc93c1", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": "2026-03-02T07:30:00.000000Z", "session_id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "work": 0, "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "planned": "3 \u00d7 20", "side": "alternate", "set_number": 1, "reps": 20, "hold_s": null, "load_kg": 7.5, "discomfort": 2, "finished_at": "2026-03-02T06:31:00.000001Z", "finished_offset_min": 60}');
INSERT INTO "undo_records" VALUES(90,2,'sessions','{"id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": null, "routine_id": "starter", "routine_name": "Starter", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": "2026-03-02T06:50:00.000000Z", "finished_offset_min": 60, "note": "went well"}','{"id": "c54d0b9d-d949-43a9-8a4a-26b2ff363243", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000002Z", "deleted_at": "2026-03-02T07:30:00.000000Z", "routine_id": "starter", "routine_name": "Starter", "started_at": "2026-03-02T06:30:00.000000Z", "started_offset_min": 60, "finished_at": "2026-03-02T06:50:00.000000Z", "finished_offset_min": 60, "note": "went well"}');
INSERT INTO "undo_records" VALUES(2,2,'pain_stops',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "0b9d0b0e-7f0d-4c5a-9a53-0f5c8a1d2e11", "session_id": "ab57a146-0b36-49c3-ac5e-1f3baecf8c7c", "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "side": "left", "set_number": 2, "stopped_at": "2026-03-02T06:33:00.000001Z", "stopped_offset_min": 60}');
INSERT INTO "undo_records" VALUES(2,3,'pain_stops',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "5d0c4f8e-22c1-4e0f-8d5b-6a2f0f7f3b22", "session_id": "ab57a146-0b36-49c3-ac5e-1f3baecf8c7c", "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "side": null, "set_number": null, "stopped_at": "2026-03-02T06:34:00.000001Z", "stopped_offset_min": 60}');
INSERT INTO "undo_records" VALUES(2,4,'pain_stops','{"id": "5d0c4f8e-22c1-4e0f-8d5b-6a2f0f7f3b22", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "session_id": "ab57a146-0b36-49c3-ac5e-1f3baecf8c7c", "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "side": null, "set_number": null, "stopped_at": "2026-03-02T06:34:00.000001Z", "stopped_offset_min": 60}','{"id": "5d0c4f8e-22c1-4e0f-8d5b-6a2f0f7f3b22", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000001Z", "deleted_at": "2026-03-02T06:30:00.000000Z", "session_id": "ab57a146-0b36-49c3-ac5e-1f3baecf8c7c", "exercise_id": "elephant-walk", "exercise_name": "Elephant walk", "side": null, "set_number": null, "stopped_at": "2026-03-02T06:34:00.000001Z", "stopped_offset_min": 60}');
INSERT INTO "undo_records" VALUES(10,1,'own_measures',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "80c14ff7-5397-5a94-8bd8-3d9dbd1d4240", "measure_id": "own-tragus-fruh", "name": "Tragus \u2014 fr\u00fch", "unit": "cm", "better": "lower", "sided": 1, "hard_low": 0, "hard_high": 60.5, "soft_low": 8, "soft_high": 40, "steps": "[\"Stand against the wall.\", \"Measure.\"]", "archived": 0}');
INSERT INTO "undo_records" VALUES(11,1,'own_measures',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "d22475f2-60e1-586a-aee4-1ad3a3752541", "measure_id": "own-kyphosis", "name": "Kyphosis", "unit": "deg", "better": "lower", "sided": 0, "hard_low": 0, "hard_high": 90, "soft_low": null, "soft_high": null, "steps": "[]", "archived": 0}');
INSERT INTO "undo_records" VALUES(12,1,'readings',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "b2f9d6a4-7c1e-4d83-9a55-1e6f0c2b7d44", "measure_id": "own-kyphosis", "side": null, "entered_unit": "deg", "performed_at": "2025-01-26T06:30:00.000000Z", "performed_offset_min": 60, "aid": null, "warm": 0, "note": "", "protocol_version": 1}');
INSERT INTO "undo_records" VALUES(12,2,'trials',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "reading_id": "b2f9d6a4-7c1e-4d83-9a55-1e6f0c2b7d44", "ordinal": 1, "value": 31.0, "id": "b94d9857-0206-515b-ab29-f3b31ed7b88b"}');
INSERT INTO "undo_records" VALUES(12,3,'trials',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "reading_id": "b2f9d6a4-7c1e-4d83-9a55-1e6f0c2b7d44", "ordinal": 2, "value": 29.5, "id": "41b88aa8-d09b-5c53-b90c-859d3228458a"}');
INSERT INTO "undo_records" VALUES(13,1,'own_measures','{"id": "d22475f2-60e1-586a-aee4-1ad3a3752541", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "measure_id": "own-kyphosis", "name": "Kyphosis", "unit": "deg", "better": "lower", "sided": 0, "hard_low": 0.0, "hard_high": 90.0, "soft_low": null, "soft_high": null, "steps": "[]", "archived": 0}','{"id": "d22475f2-60e1-586a-aee4-1ad3a3752541", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": null, "measure_id": "own-kyphosis", "name": "Kyphosis", "unit": "deg", "better": "lower", "sided": 0, "hard_low": 0.0, "hard_high": 90.0, "soft_low": null, "soft_high": null, "steps": "[]", "archived": 1}');
INSERT INTO "undo_records" VALUES(14,1,'goals',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "e68a9c3a-bd8e-5f45-936d-fa14fdde4ad9", "measure_id": "floor-touch", "side": null, "value": -2, "due": "2026-12-31", "set_at": "2026-03-01T06:30:00.000000Z", "set_offset_min": 60, "reached_by": null}');
INSERT INTO "undo_records" VALUES(15,1,'goals',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "5b2a7ee1-c83d-53ec-bc18-16a4d4014431", "measure_id": "hand-to-knee", "side": "left", "value": 3.5, "due": null, "set_at": null, "set_offset_min": null, "reached_by": null}');
INSERT INTO "undo_records" VALUES(16,1,'goals',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "9260cdaa-bfdb-59da-a8af-b37242f5610b", "measure_id": "hand-to-knee", "side": "right", "value": 3.5, "due": null, "set_at": null, "set_offset_min": null, "reached_by": null}');
INSERT INTO "undo_records" VALUES(17,1,'goals','{"id": "9260cdaa-bfdb-59da-a8af-b37242f5610b", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "measure_id": "hand-to-knee", "side": "right", "value": 3.5, "due": null, "set_at": null, "set_offset_min": null, "reached_by": null}','{"id": "9260cdaa-bfdb-59da-a8af-b37242f5610b", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": "2026-03-02T07:30:00.000000Z", "measure_id": "hand-to-knee", "side": "right", "value": 3.5, "due": null, "set_at": null, "set_offset_min": null, "reached_by": null}');
INSERT INTO "undo_records" VALUES(18,1,'weeks_away',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "c6621222-ee18-5ba4-8f41-52c493137891", "monday": "2026-02-16"}');
INSERT INTO "undo_records" VALUES(19,1,'weeks_away',NULL,'{"created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "id": "039620cc-3f36-5f9c-a9d3-38cdec28a2d0", "monday": "2026-02-23"}');
INSERT INTO "undo_records" VALUES(20,1,'weeks_away','{"id": "039620cc-3f36-5f9c-a9d3-38cdec28a2d0", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000000Z", "deleted_at": null, "monday": "2026-02-23"}','{"id": "039620cc-3f36-5f9c-a9d3-38cdec28a2d0", "created_at": "2026-03-02T07:30:00.000000Z", "updated_at": "2026-03-02T07:30:00.000001Z", "deleted_at": "2026-03-02T07:30:00.000000Z", "monday": "2026-02-23"}');
INSERT INTO "undo_records" VALUES(51,1,'own_exercises',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "1d477137-834e-55c3-b96c-8ae88415886a", "exercise_id": "own-hip-hinge-fruh", "content": "{\"id\": \"own-hip-hinge-fruh\", \"name\": \"Hip hinge \u2014 fr\u00fch\", \"source\": \"own\", \"level\": \"easy\", \"sides\": \"none\", \"setup_s\": 10, \"switch_s\": 0, \"rest_s\": 30, \"dose\": {\"kind\": \"reps\", \"sets\": 2, \"reps\": [8, 12]}, \"tempo\": [{\"kind\": \"move\", \"seconds\": 2, \"cue\": \"Down\"}, {\"kind\": \"move\", \"seconds\": 2.5, \"cue\": \"Up\"}]}", "archived": 0}');
INSERT INTO "undo_records" VALUES(51,2,'pictures',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "41f4e6c1-f5c0-5824-a5a8-f3cec3dd37e4", "exercise_id": "own-hip-hinge-fruh", "jpeg": "/9j/4CBub3QgdG8gYmUgZHJhd24="}');
INSERT INTO "undo_records" VALUES(52,1,'own_exercises',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "a065bc26-9e68-57b9-94b5-6e756d82ace4", "exercise_id": "own-old-one", "content": "{\"id\": \"own-old-one\", \"name\": \"Old one\", \"source\": \"own\", \"level\": \"easy\", \"sides\": \"none\", \"setup_s\": 10, \"switch_s\": 0, \"rest_s\": 30, \"dose\": {\"kind\": \"reps\", \"sets\": 2, \"reps\": [8, 12]}, \"tempo\": [{\"kind\": \"move\", \"seconds\": 2, \"cue\": \"Down\"}, {\"kind\": \"move\", \"seconds\": 2.5, \"cue\": \"Up\"}]}", "archived": 0}');
INSERT INTO "undo_records" VALUES(53,1,'own_exercises','{"id": "a065bc26-9e68-57b9-94b5-6e756d82ace4", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "exercise_id": "own-old-one", "content": "{\"id\": \"own-old-one\", \"name\": \"Old one\", \"source\": \"own\", \"level\": \"easy\", \"sides\": \"none\", \"setup_s\": 10, \"switch_s\": 0, \"rest_s\": 30, \"dose\": {\"kind\": \"reps\", \"sets\": 2, \"reps\": [8, 12]}, \"tempo\": [{\"kind\": \"move\", \"seconds\": 2, \"cue\": \"Down\"}, {\"kind\": \"move\", \"seconds\": 2.5, \"cue\": \"Up\"}]}", "archived": 0}','{"id": "a065bc26-9e68-57b9-94b5-6e756d82ace4", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000001Z", "deleted_at": null, "exercise_id": "own-old-one", "content": "{\"id\": \"own-old-one\", \"name\": \"Old one\", \"source\": \"own\", \"level\": \"easy\", \"sides\": \"none\", \"setup_s\": 10, \"switch_s\": 0, \"rest_s\": 30, \"dose\": {\"kind\": \"reps\", \"sets\": 2, \"reps\": [8, 12]}, \"tempo\": [{\"kind\": \"move\", \"seconds\": 2, \"cue\": \"Down\"}, {\"kind\": \"move\", \"seconds\": 2.5, \"cue\": \"Up\"}]}", "archived": 1}');
INSERT INTO "undo_records" VALUES(54,1,'own_routines',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "c3bb268e-fc42-533a-a058-fb917aa45bce", "routine_id": "own-evening", "content": "{\"id\": \"own-evening\", \"name\": \"Evening\", \"source\": \"own\", \"voice\": true, \"steps\": [{\"exercise\": \"own-hip-hinge-fruh\", \"reps\": 9}]}", "archived": 0}');
INSERT INTO "undo_records" VALUES(55,1,'favourites',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "7f6171f5-4ccd-5431-831b-015b773b2d7a", "item_id": "chair-twist"}');
INSERT INTO "undo_records" VALUES(56,1,'favourites',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "a5b3092f-1e1b-59b9-a06b-a6bf6f1ed1e1", "item_id": "side-bend"}');
INSERT INTO "undo_records" VALUES(57,1,'favourites','{"id": "a5b3092f-1e1b-59b9-a06b-a6bf6f1ed1e1", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "item_id": "side-bend"}','{"id": "a5b3092f-1e1b-59b9-a06b-a6bf6f1ed1e1", "created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000001Z", "deleted_at": "2026-03-02T06:30:00.000000Z", "item_id": "side-bend"}');
INSERT INTO "undo_records" VALUES(58,1,'item_notes',NULL,'{"created_at": "2026-03-02T06:30:00.000000Z", "updated_at": "2026-03-02T06:30:00.000000Z", "deleted_at": null, "id": "35a3e57a-567e-5f37-b28c-b8fa5fcc6486", "item_id": "chair-twist", "note": "Links \u2014 steif"}');
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
INSERT INTO "undo_steps" VALUES(10,'Save test',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(11,'Save test',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(12,'Record reading',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(13,'Archive test',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(14,'Set goal',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(15,'Set goal',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(16,'Set goal',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(17,'Remove goal',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(18,'Week away',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(19,'Week away',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(20,'Week not away',NULL,0,'2026-03-02T07:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(51,'Save exercise',NULL,0,'2026-03-02T06:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(52,'Save exercise',NULL,0,'2026-03-02T06:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(53,'Archive',NULL,0,'2026-03-02T06:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(54,'Save routine',NULL,0,'2026-03-02T06:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(55,'Favourite',NULL,0,'2026-03-02T06:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(56,'Favourite',NULL,0,'2026-03-02T06:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(57,'No favourite any more',NULL,0,'2026-03-02T06:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(58,'Note',NULL,0,'2026-03-02T06:30:00.000000Z');
INSERT INTO "undo_steps" VALUES(90,'Discard session',NULL,0,'2026-03-02T07:30:00.000000Z');
CREATE TABLE weeks_away (
	id TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	deleted_at TEXT, 
	monday TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (monday)
)
 STRICT

;
INSERT INTO "weeks_away" VALUES('c6621222-ee18-5ba4-8f41-52c493137891','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000000Z',NULL,'2026-02-16');
INSERT INTO "weeks_away" VALUES('039620cc-3f36-5f9c-a9d3-38cdec28a2d0','2026-03-02T07:30:00.000000Z','2026-03-02T07:30:00.000001Z','2026-03-02T07:30:00.000000Z','2026-02-23');
CREATE INDEX sessions_by_start ON sessions (started_at);
CREATE INDEX readings_by_measure ON readings (measure_id, performed_at);
CREATE INDEX pain_stops_by_session ON pain_stops (session_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('undo_steps',90);
COMMIT;
