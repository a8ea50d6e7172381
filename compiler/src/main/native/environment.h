// The environment as the Java machine shall see it while it starts; the program gets it back as it was.
#pragma once

void environment_prepare(void);

void environment_restore(void);
