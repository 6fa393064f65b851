# For Doxygen: a data member whose name says everything, and a copy, need no words, so they are given an empty or the plain note.
/^ +(return|using|friend)/!s,^( +[A-Za-z_][A-Za-z0-9_:<>*\, ]* [A-Za-z_]+(\{[^}]*\}| = [^;]*)?;)$,\1 ///< \&nbsp;,
s,^( +)(([A-Za-z]+)\(const \3& other\).*)$,\1/** Copies. */ \2,
s,^( +)(([A-Za-z]+)& operator=\(const \3& other\).*)$,\1/** Copies. */ \2,
