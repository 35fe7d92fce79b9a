"""The least a program can do with SQLAlchemy Core: one row committed to the file that is named."""

import sys

from sqlalchemy import Column, Float, Integer, MetaData, Table, create_engine, insert

metadata = MetaData()
readings = Table("readings", metadata, Column("id", Integer, primary_key=True), Column("value", Float))
engine = create_engine(f"sqlite:///{sys.argv[1]}")
metadata.create_all(engine)
with engine.begin() as connection:
    connection.execute(insert(readings).values(value=4.5))
engine.dispose()
