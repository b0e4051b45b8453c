@NullMarked
package dev.colight.web;

import org.jspecify.annotations.NullMarked;
