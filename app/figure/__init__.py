"""The moving figure: skeleton, poses, motion and their drawing. The standard library only; knows no Qt and no store."""
