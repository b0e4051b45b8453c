" A document is Java.
runtime! syntax/java.vim
