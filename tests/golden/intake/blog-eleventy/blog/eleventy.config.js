// a program
